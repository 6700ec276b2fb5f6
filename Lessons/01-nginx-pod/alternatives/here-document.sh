# The manifest is typed instead of read from a file, and the label is part of it from the second time on.
cat > pod.yaml <<YAML
apiVersion: v1
kind: Pod
metadata:
  name: nginx-pod
  labels:
    app: nginx-app
spec:
  containers:
  - name: nginx-container
    image: nginx
    ports:
    - containerPort: 80
YAML
kubectl create -f pod.yaml
kubectl wait --for=condition=Ready pod/nginx-pod --timeout=60s
kubectl get pods --selector app=nginx-app
kubectl describe pod/nginx-pod
kubectl label pods --all tier=front
kubectl delete -f pod.yaml
