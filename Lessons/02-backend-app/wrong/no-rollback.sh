# fails: back
kubectl apply -f namespace-eks-work.yaml
kubectl apply -f backend-app.yaml
sleep 10
kubectl get pods -n eks-work
kubectl apply -f db-config.yaml
kubectl rollout status deployment/backend-app -n eks-work --timeout=180s
kubectl apply -f backend-app-service.yaml
sleep 20
kubectl delete $(kubectl get pods -n eks-work -o name | head -n 1) -n eks-work
kubectl rollout status deployment/backend-app -n eks-work --timeout=180s
kubectl describe pods -n eks-work
kubectl set image deployment/backend-app -n eks-work backend-app=761624429622.dkr.ecr.ap-northeast-1.amazonaws.com/k8sbook/backend-app:1.0.0
kubectl rollout status deployment/backend-app -n eks-work --timeout=300s
